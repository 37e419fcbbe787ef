import { expect } from 'chai';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { saveManyRows, type RowEdit } from '../../../src/workflow/collecting/save-many-rows.ts';
import { MOST_ROWS, saveRow } from '../../../src/workflow/collecting/save-rows.ts';
import { forEachDatabase } from '../../databases.ts';
import { approver, clerk, colleague, KEY, openPlace, refusalOf, type Place } from './place.ts';

forEachDatabase((_name, open) => {
  let place: Place;
  before(async () => {
    place = await openPlace(await open());
  });
  after(() => place.close());

  const table = async (id: string) => {
    const { tables } = await readForm(place.workplace, clerk, KEY);
    const found = tables.find((one) => one.id === id);
    if (!found) throw new Error(`no table ${id}`);
    return found;
  };
  const save = (id: string, edits: readonly RowEdit[], who = clerk): Promise<number> =>
    saveManyRows(place.workplace, who, KEY, id, edits);
  const numbers = async (): Promise<readonly (string | undefined)[]> =>
    (await table('van-ban')).rows.map(({ texts }) => texts['so']);

  it('adds, changes and takes out rows in one act', async () => {
    const add = (so: string): RowEdit => ({ kind: 'add', texts: { so, ngay: '3/10/2024' } });
    expect(await save('van-ban', [add('01/CV'), add('02/CV'), add('03/CV')])).to.equal(0);
    const [one, two] = (await table('van-ban')).rows;
    const edits: readonly RowEdit[] = [
      {
        kind: 'change',
        row: one?.id ?? '',
        texts: { so: '01b/CV', ngay: '3/10/2024' },
        seen: one?.version ?? 0,
      },
      { kind: 'remove', row: two?.id ?? '', seen: two?.version ?? 0 },
      add('04/CV'),
    ];
    expect(await save('van-ban', edits)).to.equal(0);
    expect(await numbers()).to.deep.equal(['01b/CV', '03/CV', '04/CV']);
  });

  it('leaves out edits of rows that someone changed or took out meanwhile, and makes the others', async () => {
    const [one, two, three] = (await table('van-ban')).rows;
    await saveRow(place.workplace, colleague, KEY, {
      table: 'van-ban',
      row: one?.id ?? '',
      texts: { so: '01c/CV', ngay: '3/10/2024' },
      seen: one?.version ?? 0,
    });
    await save('van-ban', [{ kind: 'remove', row: two?.id ?? '', seen: two?.version ?? 0 }], colleague);
    const late: readonly RowEdit[] = [
      { kind: 'remove', row: one?.id ?? '', seen: one?.version ?? 0 },
      { kind: 'change', row: two?.id ?? '', texts: { so: 'x' }, seen: two?.version ?? 0 },
      { kind: 'change', row: 'nobody', texts: { so: 'x' }, seen: 1 },
      {
        kind: 'change',
        row: three?.id ?? '',
        texts: { so: '04b/CV', ngay: '3/10/2024' },
        seen: three?.version ?? 0,
      },
    ];
    expect(await save('van-ban', late)).to.equal(3);
    expect(await numbers()).to.deep.equal(['01c/CV', '04b/CV']);
  });

  it('finds what is so already no conflict, and writes nothing for it', async () => {
    const { rows, version } = await table('van-ban');
    const [one] = rows;
    const same: RowEdit = { kind: 'change', row: one?.id ?? '', texts: one?.texts ?? {}, seen: -5 };
    expect(await save('van-ban', [same])).to.equal(0);
    expect((await table('van-ban')).version).to.equal(version);
  });

  it('says of a register that there is nothing, only when no row is left', async () => {
    await save('phan-mem', [{ kind: 'add', texts: { ten: 'Alpha' } }]);
    expect(await save('phan-mem', [{ kind: 'none' }])).to.equal(1);
    const [row] = (await table('phan-mem')).rows;
    expect(
      await save('phan-mem', [
        { kind: 'remove', row: row?.id ?? '', seen: row?.version ?? 0 },
        { kind: 'none' },
      ]),
    ).to.equal(0);
    expect((await table('phan-mem')).mark).to.equal('none');
  });

  it('takes no row at all when there would be too many, or a column is unknown, or the person may not', async () => {
    const many = Array.from({ length: MOST_ROWS }, (): RowEdit => ({ kind: 'add', texts: { so: 'x' } }));
    expect((await refusalOf(save('van-ban', many)))[0]).to.equal('input');
    expect((await refusalOf(save('van-ban', [{ kind: 'add', texts: { ten: 'x' } }])))[0]).to.equal(
      'field-unknown',
    );
    expect((await refusalOf(save('van-ban', [{ kind: 'add', texts: { so: 'x' } }], approver)))[0]).to.equal(
      'forbidden',
    );
    expect(await numbers()).to.deep.equal(['01c/CV', '04b/CV']);
  });
});
