/** A form by way of Excel: downloaded, filled in with another library, looked at, and taken. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import * as XLSX from '@e965/xlsx';
import { placeInWords } from '../../../src/domain/collecting/workbook/content.ts';
import { problemInWords } from '../../../src/domain/collecting/workbook/in-words.ts';
import { formTemplate } from '../../../src/workflow/collecting/form-template.ts';
import { previewWorkbook, type UploadPreview } from '../../../src/workflow/collecting/preview-upload.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { addRow } from '../../../src/workflow/collecting/save-rows.ts';
import { takeWorkbook } from '../../../src/workflow/collecting/take-workbook.ts';
import { closePeriod } from '../../../src/workflow/open-period.ts';
import { forEachDatabase } from '../../databases.ts';
import { fill, openBook, sheetOf, type Filling } from '../../workbook/fill.ts';
import {
  admin,
  approver,
  clerk,
  colleague,
  compiler,
  KEY,
  NAMED,
  openPlace,
  OTHER,
  PERIOD,
  refusalOf,
  REPORT,
  stranger,
  type,
  type Place,
} from './place.ts';

forEachDatabase((_name, open) => {
  let place: Place;
  before(async () => {
    place = await openPlace(await open());
  });
  after(() => place.close());

  const upload = async (filling: Filling, who = clerk): Promise<UploadPreview> => {
    const { bytes } = await formTemplate(place.workplace, who, KEY);
    return previewWorkbook(place.workplace, who, KEY, fill(bytes, filling));
  };
  /** What is typed, by field. */
  const typed = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { sections } = await readForm(place.workplace, clerk, KEY);
    return Object.fromEntries(
      sections
        .flatMap(({ fields }) => fields)
        .flatMap(({ id, input }) => (Object.keys(input).length === 0 ? [] : [[id, input] as const])),
    );
  };
  const changes = ({ fields }: UploadPreview): readonly string[] =>
    fields.map(({ place: at, label, before, after }) => `${placeInWords(at)} ${label}: ${before} → ${after}`);
  const problems = (preview: UploadPreview): readonly string[] => preview.problems.map(problemInWords);

  it('gives a template with this body, this period and what was answered before', async () => {
    const { fileName, bytes } = await formTemplate(place.workplace, clerk, KEY);
    expect(fileName).to.equal('F-CQ_bao-hiem-xa-hoi-viet-nam_2024-10.xlsx');
    const rows = XLSX.utils.sheet_to_json<readonly unknown[]>(sheetOf(openBook(bytes), 'Biểu'), {
      header: 1,
      raw: false,
    });
    expect(rows.slice(0, 3).map((row) => row[1])).to.deep.equal([
      'Biểu của cơ quan thuộc Chính phủ',
      'Đơn vị báo cáo: Bảo hiểm xã hội Việt Nam',
      'Kỳ báo cáo: tháng 10 năm 2024 (số liệu từ ngày 01/10/2024 đến ngày 31/10/2024)',
    ]);
    const dossiers = rows.find((row) => row[0] === 'ho-so');
    expect(dossiers?.slice(0, 7)).to.deep.equal([
      'ho-so',
      '1',
      'Hồ sơ tiếp nhận',
      'hồ sơ',
      undefined,
      undefined,
      '1,000,090',
    ]);
  });

  it('reads a template that LibreOffice 7.4 saved', async () => {
    const file = join(import.meta.dirname, 'saved-by-libreoffice.xlsx');
    const preview = await previewWorkbook(place.workplace, clerk, KEY, await readFile(file));
    expect(changes(preview)).to.deep.equal([
      'Trang «Biểu», ô E8 Hồ sơ tiếp nhận: để trống → 1.000.130',
      'Trang «Biểu», ô E12 Tốc độ đường truyền: để trống → 45,5',
      'Trang «Biểu», ô E13 Máy chủ đang dùng: để trống → 13',
      'Trang «Biểu», ô E14 Quy chế khai thác dữ liệu: để trống → có',
      'Trang «Biểu», ô E15 Mức độ kết nối: để trống → Thử nghiệm',
      // Typed as text: it stays text in that program too.
      'Trang «Biểu», ô E16 Khó khăn, vướng mắc: để trống → =SUM(A1)',
    ]);
    expect(problems(preview)).to.deep.equal([
      'Trang «Biểu», ô E9 (Hồ sơ trực tuyến): tìm thấy «500 nghìn», cần số ghi đủ theo đơn vị gốc, không kèm chữ (ví dụ 1,5 triệu ghi là 1500000).',
    ]);
    expect(preview.rows.map((row) => [row.kind, row.table, 'texts' in row ? row.texts : {}])).to.deep.equal([
      ['add', 'van-ban', { so: '01/CV', ngay: '02/10/2024', 'so-trang': '3' }],
    ]);
  });

  it('finds nothing to take in a template that nobody filled in', async () => {
    const preview = await upload({});
    expect(preview).to.deep.equal({ fields: [], rows: [], problems: [], notices: [] });
  });

  it('shows every change and every error with its place, and takes nothing yet', async () => {
    const preview = await upload({
      fields: {
        'ho-so': { text: 1_000_120 },
        'ho-so-truc-tuyen': { text: '1.2.3' },
        'toc-do': { text: '43,8', asOf: new Date('2024-10-15T00:00:00Z') },
        'may-chu': { state: 'chưa có số liệu', remark: 'đang kiểm kê', expected: '15/11/2024' },
        'quy-che': { text: 'có', document: '=12/QĐ-BHXH', date: '3/10/2024' },
        'muc-do': { text: 'Đang nghĩ' },
      },
      cells: {
        'Văn bản đã ban hành': { B6: '05/CV', C6: new Date('2024-10-02T00:00:00Z'), D6: 3, B7: '06/CV' },
        'Sổ phần mềm': { B6: 'không phát sinh' },
      },
    });
    expect(changes(preview)).to.deep.equal([
      'Trang «Biểu», ô E8 Hồ sơ tiếp nhận: để trống → 1.000.120',
      'Trang «Biểu», ô E12 Tốc độ đường truyền: để trống → 43,8; số liệu đến ngày 15/10/2024',
      'Trang «Biểu», ô E13 Máy chủ đang dùng: để trống → chưa có số liệu: đang kiểm kê; dự kiến 15/11/2024',
      'Trang «Biểu», ô E14 Quy chế khai thác dữ liệu: để trống → có; văn bản =12/QĐ-BHXH; ngày văn bản 03/10/2024',
    ]);
    expect(problems(preview)).to.deep.equal([
      'Trang «Biểu», ô E9 (Hồ sơ trực tuyến): tìm thấy «1.2.3», cần các nhóm hàng nghìn đúng ba chữ số, ví dụ 1.234.567.',
      'Trang «Biểu», ô E15 (Mức độ kết nối): tìm thấy «Đang nghĩ», cần một trong các giá trị: «Chưa kết nối», «Thử nghiệm», «Chính thức».',
      'Trang «Văn bản đã ban hành», ô C7 (Ngày ban hành): tìm thấy ô trống, cần Ngày ban hành.',
    ]);
    expect(preview.rows.map(({ kind, title, after }) => [kind, title, after])).to.deep.equal([
      ['add', 'Văn bản đã ban hành', { so: '05/CV', ngay: '02/10/2024', 'so-trang': '3' }],
      ['none', 'Sổ phần mềm', undefined],
    ]);
    expect(await typed()).to.deep.equal({});
  });

  it('takes what was shown when the person says so, once', async () => {
    const { token = '' } = await upload({
      fields: {
        'ho-so': { text: 1_000_120 },
        'quy-che': { text: 'có', document: '=12/QĐ-BHXH', date: '3/10/2024' },
      },
      cells: {
        'Văn bản đã ban hành': { B6: '05/CV', C6: '2/10/2024' },
        'Sổ phần mềm': { B6: 'không phát sinh' },
      },
    });
    expect(await takeWorkbook(place.workplace, clerk, KEY, token)).to.deep.equal({ taken: 4, conflicts: [] });
    expect(await typed()).to.deep.equal({
      'ho-so': { text: '1000120' },
      'quy-che': { text: 'yes', document: '=12/QĐ-BHXH', date: '03/10/2024' },
    });
    const { tables } = await readForm(place.workplace, clerk, KEY);
    expect(tables.map(({ rows, mark }) => [rows.map(({ texts }) => texts), mark])).to.deep.equal([
      [[{ so: '05/CV', ngay: '02/10/2024' }], undefined],
      [[], 'none'],
    ]);
    const [fault, message] = await refusalOf(takeWorkbook(place.workplace, clerk, KEY, token));
    expect(fault).to.equal('nothing-to-do');
    expect(message).to.contain('đã được nhận');
  });

  it('changes, adds and takes out rows by their hidden ids', async () => {
    const { token = '', rows } = await upload({
      cells: { 'Văn bản đã ban hành': { C6: '4/10/2024', B7: '07/CV', C7: '5/10/2024' } },
    });
    expect(
      rows.map(({ kind, before, after }) => [kind, before?.['ngay'], after?.['so'], after?.['ngay']]),
    ).to.deep.equal([
      ['change', '02/10/2024', '05/CV', '04/10/2024'],
      ['add', undefined, '07/CV', '05/10/2024'],
    ]);
    await takeWorkbook(place.workplace, clerk, KEY, token);
    const removal = await upload({ cells: { 'Văn bản đã ban hành': { A6: null, B6: null, C6: null } } });
    expect(removal.rows.map(({ kind, before }) => [kind, before?.['so']])).to.deep.equal([
      ['remove', '05/CV'],
    ]);
    await takeWorkbook(place.workplace, clerk, KEY, removal.token ?? '');
    const { tables } = await readForm(place.workplace, clerk, KEY);
    expect(tables[0]?.rows.map(({ texts }) => texts['so'])).to.deep.equal(['07/CV']);
  });

  it('counts only what a person changed in the file, not what others saved since it was downloaded', async () => {
    const { bytes } = await formTemplate(place.workplace, clerk, KEY);
    await type(place, colleague, { 'ho-so': { text: '1.000.500' }, 'kho-khan': { text: 'Thiếu người' } });
    await addRow(place.workplace, colleague, KEY, {
      table: 'van-ban',
      texts: { so: '08/CV', ngay: '6/10/2024' },
    });
    const untouched = await previewWorkbook(place.workplace, clerk, KEY, fill(bytes, {}));
    expect([untouched.fields, untouched.rows, untouched.token]).to.deep.equal([[], [], undefined]);
    const both = await previewWorkbook(
      place.workplace,
      clerk,
      KEY,
      fill(bytes, { fields: { 'ho-so': { text: 1_000_121 } } }),
    );
    expect(both.fields.map(({ before, after, overtakes }) => [before, after, overtakes])).to.deep.equal([
      ['1.000.500', '1.000.121', true],
    ]);
  });

  it('does not write over what someone saved after the preview', async () => {
    const { token = '' } = await upload({
      fields: { 'ho-so': { text: 5 }, 'kho-khan': { text: 'Đủ người' } },
    });
    await type(place, colleague, { 'ho-so': { text: '1.000.600' } });
    expect(await takeWorkbook(place.workplace, clerk, KEY, token)).to.deep.equal({
      taken: 1,
      conflicts: ['Hồ sơ tiếp nhận'],
    });
    const now = await typed();
    expect([now['ho-so'], now['kho-khan']]).to.deep.equal([{ text: '1.000.600' }, { text: 'Đủ người' }]);
  });

  it('clears what a person cleared in the file', async () => {
    const preview = await upload({ fields: { 'kho-khan': { text: null } } });
    expect(changes(preview)).to.deep.equal(['Trang «Biểu», ô E16 Khó khăn, vướng mắc: Đủ người → để trống']);
    await takeWorkbook(place.workplace, clerk, KEY, preview.token ?? '');
    expect((await typed())['kho-khan']).to.equal(undefined);
  });

  it('keeps the preview for a day, for the person who made it', async () => {
    const { token = '' } = await upload({ fields: { 'kho-khan': { text: 'Chậm mạng' } } });
    expect((await refusalOf(takeWorkbook(place.workplace, colleague, KEY, token)))[0]).to.equal(
      'nothing-to-do',
    );
    place.at('2024-10-22T08:01');
    expect((await refusalOf(takeWorkbook(place.workplace, clerk, KEY, token)))[0]).to.equal('nothing-to-do');
    place.at('2024-10-21T08:00');
    expect((await takeWorkbook(place.workplace, clerk, KEY, token)).taken).to.equal(1);
  });

  it('refuses the template of another body, and a file that is none', async () => {
    const { bytes } = await formTemplate(place.workplace, stranger, KEY);
    expect(await refusalOf(previewWorkbook(place.workplace, clerk, KEY, bytes))).to.deep.equal([
      'input',
      'Tệp là mẫu của đơn vị khác (Thông tấn xã Việt Nam), không phải của Bảo hiểm xã hội Việt Nam. Không có số liệu nào được nhận. Đề nghị tải mẫu của biểu này và điền vào đó.',
    ]);
    const [fault, message] = await refusalOf(previewWorkbook(place.workplace, clerk, KEY, Buffer.from('x')));
    expect([fault, message.slice(0, 48)]).to.deep.equal([
      'input',
      'Tệp gửi lên không phải là bảng tính Excel (.xlsx',
    ]);
  });

  it('is refused where the form cannot be edited any more', async () => {
    const { bytes } = await formTemplate(place.workplace, clerk, KEY);
    await closePeriod(place.workplace, REPORT, PERIOD);
    expect((await refusalOf(previewWorkbook(place.workplace, clerk, KEY, bytes)))[0]).to.equal(
      'period-closed',
    );
  });

  it('is for those who may edit the form: others are refused before the file is looked at', async () => {
    const file = Buffer.from('x');
    const refusals = [
      [approver, KEY, 'forbidden'],
      [compiler, NAMED, 'forbidden'],
      [admin, NAMED, 'forbidden'],
      [stranger, NAMED, 'forbidden'],
      [clerk, { ...KEY, entity: OTHER }, 'forbidden'],
      [clerk, { ...KEY, form: 'F-KHAC' }, 'form-unknown'],
    ] as const;
    for (const [who, key, fault] of refusals)
      expect((await refusalOf(previewWorkbook(place.workplace, who, key, file)))[0], who.name).to.equal(
        fault,
      );
  });
});
