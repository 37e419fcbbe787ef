/** A published value is corrected: what was printed stays, what comes after reads the new value and says so. */
import { expect } from 'chai';
import type { Compilation } from '../../src/domain/compile.ts';
import { runsOf } from '../../src/domain/model/runs.ts';
import { forEachDatabase } from '../databases.ts';
import { digitsIn, digitsOf, readPdf } from '../render/read-pdf.ts';
import { bodyOf, deskOn, notesOf, pdfOf, REPORT, type Desk, type Sent } from './desk.ts';

const CORRECTIONS = 'Đính chính số liệu các kỳ trước';

const SEPTEMBER: Sent = ['200,100,10,có', '100,60,20,không', '100,40,30,không'];
const RIGHT: Sent = ['200,100,10,có', '160,60,20,không', '100,40,30,không'];
const OCTOBER: Sent = ['210,110,10,có', '120,70,20,có', '110,50,30,không'];
const NOVEMBER: Sent = ['200,110,10,có', '120,70,20,có', '110,50,30,có'];

/** August and before, from a time without the system; August was published by body too. */
const HISTORY = [
  'ho-so,2024-08,period,,420',
  'ho-so,2024-08,ytd,,3000',
  'ho-so,2024-08,cumulative,,9000',
  'ho-so,2024-08,cumulative,mien-nam,4000',
];

describe('a correction after the report was issued', () => {
  forEachDatabase((_name, open) => {
    let desk: Desk;
    let edition: object | undefined;
    let october: Compilation;

    const editionOf = async (period: string): Promise<object | undefined> =>
      desk.db('editions').where({ report: REPORT, period, kind: 'final' }).first();

    before(async () => {
      desk = deskOn(await open());
      await desk.history(...HISTORY);
      await desk.send('2024-09', SEPTEMBER);
      const { compilation } = await desk.issue('2024-09');
      expect(bodyOf(compilation)).to.deep.equal([
        'Trong tháng 9 năm 2024, các địa phương tiếp nhận 400 hồ sơ, giảm 4,8% so với tháng trước. Tỷ lệ trực tuyến đạt 50,0%.',
        'Tính chung 9 tháng năm 2024: 3.400 hồ sơ; lũy kế 9.400 hồ sơ, trong đó miền Nam 4.200 hồ sơ.',
        'Có 01/3 địa phương ban hành kế hoạch: Hà Nội. Đến nay có 60 trạm và 1.000 cán bộ./.',
      ]);
      edition = await editionOf('2024-09');
    });

    it('is a new revision with its reason and its event, accepted in one act', async () => {
      expect(await desk.correct('2024-09', { from: '100', to: '160' })).to.deep.equal([
        'Đã đính chính biểu F-TINH, tỉnh An Giang, ô “Số hồ sơ”: 100 → 160.',
      ]);
      const revisions = await desk
        .db('revisions')
        .where({ report: REPORT, period: '2024-09', entity: 'an-giang' })
        .orderBy('number');
      expect(revisions.map(({ id, received_at: received }) => [id, received])).to.deep.equal([
        ['2024-09/F-TINH/an-giang/1', '2024-09-28T08:00:00+07:00'],
        ['2024-09/F-TINH/an-giang/2', '2024-09-28T08:00:00+07:00'],
      ]);
      expect(
        await desk.db('corrections').select('before', 'revision', 'old_cell', 'new_cell', 'reason'),
      ).to.deep.equal([
        {
          before: '2024-09/F-TINH/an-giang/1',
          revision: '2024-09/F-TINH/an-giang/2',
          old_cell: '{"state":"value","value":"100"}',
          new_cell: '{"state":"value","value":"160"}',
          reason: 'Cộng sót một huyện',
        },
      ]);
      expect((await desk.events()).slice(-3)).to.deep.equal([
        'revision-received',
        'revision-accepted',
        'value-corrected',
      ]);
    });

    it('stops the next final until the sentence that became false has a reason', async () => {
      await desk.send('2024-10', OCTOBER);
      const refused = await desk.compile('2024-10');
      expect(refused.issued).to.equal(false);
      expect(
        refused.compilation.refusals.map(({ id, severity, message }) => ({ id, severity, message })),
      ).to.deep.equal([
        {
          id: 'correction:2024-09/ho-so#1',
          severity: 'soft',
          message:
            'Báo cáo tháng 9/2024 đã phát hành, mục “Hồ sơ”, viết “Trong tháng 9 năm 2024, các địa phương tiếp nhận 400 hồ sơ, giảm 4,8% so với tháng trước.”; theo số liệu đính chính phải là “Trong tháng 9 năm 2024, các địa phương tiếp nhận 460 hồ sơ, tăng 9,5% so với tháng trước.” (đính chính: tỉnh An Giang (biểu F-TINH), ô “Số hồ sơ” từ 100 thành 160). Báo cáo đã phát hành được giữ nguyên. Đề nghị ghi lý do và cách xử lý, ví dụ đã thông báo đính chính cho nơi nhận.',
        },
      ]);
    });

    it('is told by the next report with every figure that would now read otherwise', async () => {
      const issued = await desk.issue('2024-10');
      october = issued.compilation;
      expect(notesOf(october, CORRECTIONS)).to.deep.equal([
        'Tỉnh An Giang (biểu F-TINH), ô “Số hồ sơ”, tháng 9/2024: số cũ 100, số mới 160. Lý do: Cộng sót một huyện.',
        'Báo cáo tháng 9/2024 đã phát hành: những chỗ đã in nay đọc khác',
        '1 | Mục “Hồ sơ” | Câu văn | Trong tháng 9 năm 2024, các địa phương tiếp nhận 400 hồ sơ, giảm 4,8% so với tháng trước. | Trong tháng 9 năm 2024, các địa phương tiếp nhận 460 hồ sơ, tăng 9,5% so với tháng trước.',
        '2 | Mục “Hồ sơ” | Tỷ lệ trực tuyến | 50,0% | 43,5%',
        '3 | Mục “Hồ sơ” | Số hồ sơ, từ đầu năm | 3.400 | 3.460',
        '4 | Mục “Hồ sơ” | Số hồ sơ, lũy kế | 9.400 | 9.460',
        '5 | Mục “Hồ sơ” | Số hồ sơ, lũy kế, miền Nam | 4.200 | 4.260',
        '6 | Mục “Hồ sơ”, biểu đồ “Xu thế” | Số hồ sơ, 9/2024 | 400 | 460',
        '7 | Phụ lục “Số liệu địa phương”, bảng “Hồ sơ” | An Giang, Số hồ sơ | 100 | 160',
        '8 | Phụ lục “Số liệu địa phương”, bảng “Hồ sơ” | An Giang, Tỷ lệ trực tuyến (%) | 60,0% | 37,5%',
        '9 | Phụ lục “Số liệu địa phương”, bảng “Hồ sơ” | Tổng hợp, Số hồ sơ | 400 | 460',
        '10 | Phụ lục “Số liệu địa phương”, bảng “Hồ sơ” | Tổng hợp, Tỷ lệ trực tuyến (%) | 50,0% | 43,5%',
      ]);
      const pdf = await readPdf(pdfOf(issued));
      expect(digitsOf(pdf)).to.equal(digitsIn(runsOf(october.model).map(({ text }) => text)));
    });

    it('reads the new value in comparisons, the year to date and the total', () => {
      expect(bodyOf(october)).to.deep.equal([
        'Trong tháng 10 năm 2024, các địa phương tiếp nhận 440 hồ sơ, giảm 4,3% so với tháng trước. Tỷ lệ trực tuyến đạt 52,3%.',
        'Tính chung 10 tháng năm 2024: 3.900 hồ sơ; lũy kế 9.900 hồ sơ, trong đó miền Nam 4.490 hồ sơ.',
        'Có 02/3 địa phương ban hành kế hoạch: Hà Nội, An Giang. Đến nay có 60 trạm và 1.000 cán bộ./.',
      ]);
    });

    it('leads from the notes down to both cells and to what was printed', () => {
      const { entries } = october.ledger;
      const leaves = (id: string): readonly string[] => {
        const inputs = entries[id]?.inputs ?? [];
        return inputs.length === 0 ? [id] : inputs.flatMap(leaves);
      };
      const shown = Object.keys(entries).find(
        (id) => id.startsWith('show:restated:') && id.endsWith('|3.460'),
      );
      expect(leaves(shown ?? '')).to.deep.equal([
        'published:2024-09/1|ho-so#3/4',
        'cell:2024-09/F-TINH/an-giang/1/ho-so',
        'cell:2024-09/F-TINH/an-giang/2/ho-so',
      ]);
    });

    it('leaves the published edition as it was, byte for byte', async () => {
      expect(await editionOf('2024-09')).to.deep.equal(edition);
    });

    it('is told once: the report after next only goes on with the new value', async () => {
      await desk.send('2024-11', NOVEMBER);
      const { compilation } = await desk.issue('2024-11');
      expect(notesOf(compilation, CORRECTIONS)).to.deep.equal([]);
      expect(bodyOf(compilation)[1]).to.equal(
        'Tính chung 11 tháng năm 2024: 4.330 hồ sơ; lũy kế 10.330 hồ sơ, trong đó miền Nam 4.720 hồ sơ.',
      );
    });

    it('gives the same as having sent the right value at once, but for the notes', async () => {
      const other = deskOn(await open());
      await other.history(...HISTORY);
      await other.send('2024-09', RIGHT);
      await other.issue('2024-09');
      await other.send('2024-10', OCTOBER);
      const { compilation } = await other.issue('2024-10');
      expect(withoutNotes(compilation)).to.deep.equal(withoutNotes(october));
      expect(notesOf(compilation, CORRECTIONS)).to.deep.equal([]);
    });
  });
});

/** Every printed text of body and annexes but the notes, and the findings but those about corrections. */
function withoutNotes({ model, findings }: Compilation): unknown {
  const { annexes } = model;
  const rest = { ...model, annexes: annexes.filter(({ id }) => id !== 'PL2') };
  return {
    texts: runsOf(rest).map(({ kind, text }) => `${kind}: ${text}`),
    findings: findings.filter(({ check }) => check !== 'correction').map(({ id }) => id),
  };
}
