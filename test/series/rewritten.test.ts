/** A list of bodies, or a form, is rewritten without dates: months that were reported before stay complete. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBook, type Book } from '../../src/domain/aggregation/book.ts';
import { bodiesChanged } from '../../src/domain/aggregation/bodies-changed.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import { forEachDatabase } from '../databases.ts';
import { valueIn } from './series-office.ts';

const REPORT = 'ho-so-mau';
const FROM = join(import.meta.dirname, '../corrections/reports');
/** ho-so, truc-tuyen, tram, ke-hoach. */
const PAPERS: Readonly<Record<string, string>> = {
  'ha-noi': 'ha-noi,100,60,7,có',
  'an-giang': 'an-giang,50,20,5,có',
  'ca-mau': 'ca-mau,30,10,3,không',
};

forEachDatabase((name, open) => {
  describe(`a definition that is rewritten, on ${name}`, function () {
    this.timeout(60_000);
    let reportsDir: string;
    let office: Workplace;

    beforeEach(async () => {
      reportsDir = await mkdtemp(join(tmpdir(), 'tong-hop-rewritten-'));
      await cp(FROM, reportsDir, { recursive: true });
      office = { db: await open(), reportsDir, actor: 'test', now: () => '2024-06-20T08:00:00+07:00' };
      await rewrite('rosters.yaml', 'kinds: [tinh, thanh-pho]', 'bodies: [ha-noi, an-giang]');
      await month('2024-01', ['ha-noi', 'an-giang']);
      await month('2024-02', ['ha-noi', 'an-giang']);
    });
    afterEach(() => rm(reportsDir, { recursive: true }));

    async function rewrite(file: string, from: string, to: string): Promise<void> {
      const text = await readFile(join(reportsDir, file), 'utf8');
      expect(text).to.contain(from);
      await writeFile(join(reportsDir, file), text.replace(from, to));
    }
    async function month(period: string, bodies: readonly string[], stations = ''): Promise<void> {
      const columns = `entity,ho-so,truc-tuyen${stations === '' ? ',tram' : ''},ke-hoach`;
      const lines = bodies.map((body) => {
        const [entity = '', cases = '', online = '', tram = '', plan = ''] = (PAPERS[body] ?? '').split(',');
        return [entity, cases, online, ...(stations === '' ? [tram] : []), plan].join(',');
      });
      const files = await mkdtemp(join(reportsDir, 'nop-'));
      await writeFile(join(files, 'F-TINH.csv'), `${[columns, ...lines].join('\n')}\n`);
      await writeFile(
        join(files, 'BNV-1.csv'),
        `entity,can-bo${stations === '' ? '' : ',tram'}\nbo-noi-vu,1000${stations}\n`,
      );
      await openPeriod(office, REPORT, period);
      await importSubmissions(office, REPORT, period, [files], { at: `${period}-28T08:00:00+07:00` });
    }
    async function book(period: string): Promise<Book> {
      return createBook((await readFacts(office, REPORT, period)).facts);
    }

    it('a body that is put on the list is not missing from the months before', async () => {
      await rewrite('rosters.yaml', 'bodies: [ha-noi, an-giang]', 'bodies: [ha-noi, an-giang, ca-mau]');
      await month('2024-03', ['ha-noi', 'an-giang', 'ca-mau']);
      const march = await book('2024-03');
      expect(valueIn(march, 'ho-so')).to.equal('180');
      expect(valueIn(march, 'ho-so', { period: '2024-02' })).to.equal('150');
      expect(valueIn(march, 'ho-so', { span: 'ytd' })).to.equal('480');
      expect(valueIn(march, 'tram', { period: '2024-02', scope: 'tinh' })).to.equal('12');
      expect(valueIn(march, 'ty-le', { period: '2024-02' })).to.equal(
        valueIn(await book('2024-02'), 'ty-le'),
      );
      const [now, then] = [undefined, '2024-02'].map((period) =>
        march.value(march.measure('ke-hoach', period === undefined ? {} : { period })),
      );
      expect(now && then && bodiesChanged(march, now, then), 'a count of three is no count of two').to.equal(
        true,
      );
    });

    it('a body that is taken off the list stays in the months that it reported', async () => {
      await rewrite('rosters.yaml', 'bodies: [ha-noi, an-giang]', 'bodies: [an-giang]');
      await month('2024-03', ['an-giang']);
      const march = await book('2024-03');
      expect(valueIn(march, 'ho-so', { period: '2024-02' })).to.equal('150');
      expect(valueIn(march, 'ho-so', { span: 'ytd' })).to.equal('350');
    });

    it('a question that moves to another form without dates keeps who answered it', async () => {
      await rewrite(`${REPORT}/forms.yaml`, '        - tram\n', '');
      await rewrite(
        `${REPORT}/forms.yaml`,
        '{ indicator: can-bo, mayNotApply: true }',
        'can-bo\n        - tram',
      );
      await month('2024-03', ['ha-noi', 'an-giang'], ',20');
      const march = await book('2024-03');
      expect(valueIn(march, 'tram')).to.equal('20');
      expect(valueIn(march, 'tram', { period: '2024-02' })).to.equal('12');
    });

    it('nothing is kept of months that the definition of today tells', async () => {
      await rewrite(`${REPORT}/report.yaml`, 'title: Báo cáo hồ sơ', 'title: Báo cáo số hồ sơ');
      await month('2024-03', ['ha-noi', 'an-giang']);
      const { facts } = await readFacts(office, REPORT, '2024-03');
      expect(facts).not.to.have.property('askedThen');
      expect(valueIn(createBook(facts), 'ho-so', { span: 'ytd' })).to.equal('450');
    });
  });
});
