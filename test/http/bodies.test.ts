/** The administrator's pages of bodies: who is found, what is decided, what it changes, and that it is on record. */
import { expect } from 'chai';
import { addAccount, OPERATOR } from '../../src/workflow/accounts/manage.ts';
import { readEventsOfBody } from '../../src/db/events.ts';
import type { Database } from '../../src/db/connect.ts';
import { saveContact } from '../../src/workflow/collecting/contact.ts';
import { forEachDatabase } from '../databases.ts';
import { openSite, type Answered, type Site, type Visitor } from './site.ts';

const LIST = '/quan-tri/don-vi';
const AN_GIANG = `${LIST}/an-giang`;

describe('the bodies of the administrator', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let site: Site;
    let admin: Visitor;
    before(async () => {
      db = await open();
      site = await openSite(db);
      admin = await site.as('admin');
    });
    after(() => site.stop());

    const namesOf = ({ text }: Answered): readonly string[] =>
      [...text.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)</g)].map(([, name = '']) => name);

    it('are those of today, and are found by name, code or what is lacking', async () => {
      const all = await admin.get(LIST);
      const [, count = 0] = /(\d+)\/\1 đơn vị/.exec(shown(all)) ?? [];
      expect(Number(count), 'a country has some ninety').to.be.within(85, 110);
      expect(namesOf(all)).to.have.length(50);
      expect(namesOf(await admin.get(`${LIST}?tim=an+giang`))).to.deep.equal(['Tỉnh An Giang']);
      expect(namesOf(await admin.get(`${LIST}?tim=H01`))).to.deep.equal(['Tỉnh An Giang']);
      expect(namesOf(await admin.get(`${LIST}?tim=khong+co+dau`))).to.deep.equal([]);
      expect(namesOf(await admin.get(`${LIST}?loc=khong-can-duyet`))).to.deep.equal([]);
      expect(namesOf(await admin.get(`${LIST}?loc=thieu-lanh-dao`))).to.deep.equal([]);
      expect(shown(await admin.get(`${LIST}?loc=chua-co-chuyen-vien`))).to.contain(
        `${Number(count) - 1}/${count} đơn vị`,
      );
      await addAccount(site.workplace, OPERATOR, {
        name: 'ca.mau',
        fullName: 'Lê Cà',
        role: 'clerk',
        entity: 'ca-mau',
      });
      const lacking = await admin.get(`${LIST}?loc=thieu-lanh-dao`);
      expect(namesOf(lacking)).to.deep.equal(['Tỉnh Cà Mau']);
      expect(shown(lacking)).to.contain('1 chuyên viên, 0 lãnh đạo (chưa có ai duyệt)');
      expect(shown(await admin.get(`${LIST}/ca-mau`))).to.contain('sẽ không có ai duyệt');
    });

    it('need their approver until it is decided otherwise, once, with its event', async () => {
      expect(shown(await admin.get(AN_GIANG)))
        .to.contain('Cần lãnh đạo duyệt')
        .and.to.contain('2 chuyên viên, 1 lãnh đạo')
        .and.to.contain('Chưa có thay đổi nào');
      for (const _twice of [1, 2]) {
        const { to } = await admin.post(`${AN_GIANG}/duyet`, { 'can-duyet': 'khong' });
        expect(to).to.equal(`${AN_GIANG}?da-luu`);
      }
      const page = shown(await admin.get(`${AN_GIANG}?da-luu`));
      expect(page).to.contain('Đã lưu cài đặt').and.to.contain('Không cần lãnh đạo duyệt');
      expect(page).to.contain(
        'Quy định phiếu không cần lãnh đạo duyệt (Người dùng admin, 08 giờ 00 phút ngày 04/11/2024)',
      );
      expect(namesOf(await admin.get(`${LIST}?loc=khong-can-duyet`))).to.deep.equal(['Tỉnh An Giang']);
      await admin.post(`${AN_GIANG}/duyet`, { 'can-duyet': 'co' });
      expect(
        (await readEventsOfBody(db, 'an-giang')).map(({ kind, actor, report, details }) => [
          kind,
          actor,
          report,
          details,
        ]),
      ).to.deep.equal([
        ['approval-setting-changed', 'admin', undefined, { required: 0 }],
        ['approval-setting-changed', 'admin', undefined, { required: 1 }],
      ]);
      expect((await admin.post(`${AN_GIANG}/duyet`, { 'can-duyet': 'có lẽ' })).status).to.equal(400);
      expect((await admin.post(`${LIST}/khong-co/duyet`, { 'can-duyet': 'co' })).status).to.equal(404);
    });

    it('keep their contact, with an event that does not repeat it', async () => {
      const clerk = {
        id: site.ids.clerk,
        name: 'clerk',
        fullName: 'Người dùng clerk',
        role: 'clerk',
        entity: 'an-giang',
      } as const;
      await saveContact(site.workplace, clerk, { name: 'Nguyễn An', phone: '0296 3 123 456', email: '' });
      expect(shown(await admin.get(AN_GIANG)))
        .to.contain('Nguyễn An, 0296 3 123 456')
        .and.to.contain('Cập nhật đầu mối liên hệ (Người dùng clerk,');
      const last = (await readEventsOfBody(db, 'an-giang')).at(-1);
      expect([last?.kind, last?.actor, last?.details]).to.deep.equal(['contact-saved', 'clerk', {}]);
    });
  });
});

/** What a person reads of a page. */
function shown({ text }: Answered): string {
  return text
    .replace(/^.*<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
}
