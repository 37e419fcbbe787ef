/**
 * Every route of a body's staff, asked by the staff of another body who know all ids: they come to their own papers, see
 * nothing of the other's, and change nothing there.
 */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { addAttachment } from '../../src/workflow/collecting/attachments.ts';
import { saveContact } from '../../src/workflow/collecting/contact.ts';
import { saveLetter } from '../../src/workflow/collecting/letter.ts';
import { formTemplate } from '../../src/workflow/collecting/form-template.ts';
import { previewWorkbook } from '../../src/workflow/collecting/preview-upload.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { addRow } from '../../src/workflow/collecting/save-rows.ts';
import { forEachDatabase } from '../databases.ts';
import { BODY, clerk, KEY, type } from '../workflow/collecting/place.ts';
import { filledWorkbook } from './filled-workbook.ts';
import { BASE, openPapers, type Papers } from './papers.ts';
import type { Visitor } from './site.ts';

/** Stands in everything that the body types, and nowhere else. */
const SECRET = 'riêng-của-đơn-vị-này';

describe('another body’s staff', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let papers: Papers;
    let stranger: Visitor;
    let attachment: number;
    let preview: string;
    before(async () => {
      db = await open();
      papers = await openPapers(db);
      const { workplace } = papers.place;
      await papers.submit();
      await type(papers.place, clerk, { 'kho-khan': { text: SECRET } });
      await addRow(workplace, clerk, KEY, { table: 'van-ban', texts: { so: SECRET, ngay: '1/10/2024' } });
      const { version } = (await readForm(workplace, clerk, KEY)).letter;
      await saveLetter(workplace, clerk, KEY, { number: SECRET, date: '1/10/2024', seen: version });
      await saveContact(workplace, clerk, { name: SECRET, phone: '024 3943 5602', email: '' });
      const bytes = Buffer.from(`%PDF-1.7\n${SECRET}`);
      ({ id: attachment } = await addAttachment(workplace, clerk, KEY, { name: `${SECRET}.pdf`, bytes }));
      const { bytes: template } = await formTemplate(workplace, clerk, KEY);
      const filled = filledWorkbook(Buffer.from(template), { 'kho-khan': `${SECRET} sửa` });
      preview = (await previewWorkbook(workplace, clerk, KEY, filled)).token ?? '';
      expect(preview).not.to.equal('');
      stranger = await papers.as('stranger');
    });
    after(() => papers.stop());

    /** All that stands in the body's papers. */
    const standing = async (): Promise<unknown> => ({
      desk: await readForm(papers.place.workplace, clerk, KEY),
      revisions: await db('revisions').where({ entity: BODY }).orderBy('id').select('id', 'hash'),
      previews: await db('workbook_previews').select('token'),
      contacts: await db('contacts').where({ entity: BODY }).count('* as n'),
    });
    const sent = (): Readonly<Record<string, string>> => ({
      entity: BODY,
      'don-vi': BODY,
      goc: JSON.stringify({ cells: {}, tables: {} }),
      'o.ho-so.text': '1',
      so: 'x',
      ngay: '1/10/2024',
      'da-xem': '0',
      viec: 'duyet',
      'phien-ban': '1',
      'y-kien': 'x',
      'ly-do': 'x',
      'xem-truoc': preview,
      'yeu-cau': 'yeu-cau-cua-nguoi-khac-01',
      'ho-ten': 'Người khác',
      'dien-thoai': '02439435602',
    });

    for (const { method, path, body, upload } of ROUTES)
      if (body === 'own')
        it(`see and change nothing by ${method} ${path}`, async () => {
          const was = await standing();
          const address = path
            .replace('/bieu/:report/:period/:form', BASE)
            .replace(':tep', String(attachment));
          const asked = `${address}?entity=${BODY}&don-vi=${BODY}&tu=0`;
          const answers =
            method === 'get'
              ? [await stranger.get(asked)]
              : upload === true
                ? [await stranger.post(asked, sent())]
                : [
                    await stranger.post(asked, sent()),
                    await stranger.postJson(asked, {
                      entity: BODY,
                      changes: [{ field: 'ho-so', input: { text: '1' }, seen: 0 }],
                    }),
                  ];
          for (const { status, text } of answers) {
            expect(status).to.be.lessThan(500);
            expect(text).not.to.contain(SECRET);
          }
          if (path.includes(':tep'))
            expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 404));
          expect(await standing()).to.deep.equal(was);
        });
  });
});
