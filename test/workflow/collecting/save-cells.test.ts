/** Typing into one form from two places at once, and what cannot be read: nothing is lost, nothing is guessed. */
import { expect } from 'chai';
import type { CellInput } from '../../../src/domain/collecting/cell-input.ts';
import { readEvents } from '../../../src/db/events.ts';
import type { DeskField } from '../../../src/workflow/collecting/form-desk.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { saveCells } from '../../../src/workflow/collecting/save-cells.ts';
import { forEachDatabase } from '../../databases.ts';
import { clerk, colleague, KEY, openPlace, PERIOD, refusalOf, REPORT, type, type Place } from './place.ts';

forEachDatabase((_name, open) => {
  let place: Place;
  before(async () => {
    place = await openPlace(await open());
  });
  after(() => place.close());

  const field = async (id: string): Promise<DeskField> => {
    const desk = await readForm(place.workplace, clerk, KEY);
    const found = desk.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
    if (!found) throw new Error(`no field ${id}`);
    return found;
  };
  const save = (who: typeof clerk, id: string, input: CellInput, seen: number) =>
    saveCells(place.workplace, who, KEY, [{ field: id, input, seen }]);

  it('keeps what cannot be read as it was typed, and asks which of two readings is meant', async () => {
    const { fields, version } = await save(clerk, 'toc-do', { text: ' 1.234 ' }, 0);
    expect([version, fields[0]]).to.deep.equal([
      1,
      {
        field: 'toc-do',
        outcome: 'saved',
        version: 1,
        saved: { at: '2024-10-21T08:00:00+07:00', by: 'chuyen-vien' },
        reading: {
          kind: 'unread',
          problems: [
            {
              part: 'text',
              found: '«1.234»',
              expected:
                'ghi rõ hơn: 1.234 có thể là 1234 hoặc 1,234; đề nghị ghi 1234 nếu là số nguyên, 1,2340 nếu là số thập phân',
              readings: [
                { text: '1234', value: '1234' },
                { text: '1,2340', value: '1.234' },
              ],
            },
          ],
        },
      },
    ]);
    expect((await field('toc-do')).input).to.deep.equal({ text: ' 1.234 ' });
    await save(clerk, 'toc-do', { text: '1,2340' }, 1);
    expect((await field('toc-do')).reading).to.deep.equal({
      kind: 'cell',
      cell: { state: 'value', value: '1.234' },
    });
  });

  it('saves different fields of two people, whoever comes first', async () => {
    const [one, other] = await Promise.all([
      save(clerk, 'ho-so', { text: '11' }, 0),
      save(colleague, 'ho-so-truc-tuyen', { text: '7' }, 0),
    ]);
    expect([one.fields[0]?.outcome, other.fields[0]?.outcome]).to.deep.equal(['saved', 'saved']);
    expect(new Set([one.version, other.version])).to.deep.equal(new Set([3, 4]));
    expect([(await field('ho-so')).input, (await field('ho-so-truc-tuyen')).input]).to.deep.equal([
      { text: '11' },
      { text: '7' },
    ]);
  });

  it('shows the second of two people on one field what the first saved', async () => {
    const { version: seen } = await field('may-chu');
    const results = await Promise.all([
      save(clerk, 'may-chu', { text: '20' }, seen),
      save(colleague, 'may-chu', { text: '30' }, seen),
    ]);
    const outcomes = results.map(({ fields }) => fields[0]);
    expect(outcomes.map((one) => one?.outcome)).to.have.members(['conflict', 'saved']);
    const lost = outcomes.find((one) => one?.outcome === 'conflict');
    const won = await field('may-chu');
    if (lost?.outcome !== 'conflict') throw new Error('there is no conflict');
    expect(lost.theirs).to.deep.equal({
      input: won.input,
      reading: won.reading,
      version: won.version,
      saved: won.saved,
    });
    expect([lost.mine.text, won.input.text]).to.have.members(['20', '30']);

    const again = await save(colleague, 'may-chu', lost.mine, lost.theirs.version);
    expect(again.fields[0]?.outcome).to.equal('saved');
    expect((await field('may-chu')).input).to.deep.equal(lost.mine);
  });

  it('saves the fields beside one that is in conflict', async () => {
    const { fields } = await saveCells(place.workplace, clerk, KEY, [
      { field: 'may-chu', input: { text: '1' }, seen: 0 },
      { field: 'muc-do', input: { text: 'Chính thức' }, seen: 0 },
    ]);
    expect(fields.map(({ outcome }) => outcome)).to.deep.equal(['conflict', 'saved']);
    expect((await field('muc-do')).reading).to.deep.equal({
      kind: 'cell',
      cell: { state: 'value', value: 'chinh-thuc' },
    });
  });

  for (const [what, id, input] of [
    ['the same text', 'ho-so', { text: '11' }],
    ['the same number typed another way', 'ho-so', { text: '11,0' }],
    ['the same class by its label', 'muc-do', { text: 'chinh thuc' }],
    ['a blank over a blank', 'kho-khan', { text: '' }],
  ] as const)
    it(`writes nothing for ${what}, whatever was seen`, async () => {
      const { version: before } = await readForm(place.workplace, clerk, KEY);
      const { version, fields } = await save(colleague, id, input, -7);
      expect([version, fields[0]?.outcome]).to.deep.equal([before, 'unchanged']);
    });

  it('empties a field again', async () => {
    const { version } = await field('muc-do');
    await save(clerk, 'muc-do', { text: '' }, version);
    expect(await field('muc-do')).to.deep.include({ input: {}, reading: { kind: 'blank' } });
  });

  it('refuses a field that is not there, one named twice and one that is too long, and writes nothing', async () => {
    const { version } = await readForm(place.workplace, clerk, KEY);
    const good = { field: 'kho-khan', input: { text: 'Thiếu máy.' }, seen: 0 };
    for (const [bad, fault] of [
      [{ field: 'khong-co', input: { text: '1' }, seen: 0 }, 'field-unknown'],
      [good, 'field-unknown'],
      [{ field: 'ho-so', input: { text: '1'.repeat(20_001) }, seen: 3 }, 'input'],
    ] as const) {
      const [found] = await refusalOf(saveCells(place.workplace, clerk, KEY, [good, bad]));
      expect(found).to.equal(fault);
    }
    expect((await readForm(place.workplace, clerk, KEY)).version).to.equal(version);
    expect((await field('kho-khan')).input).to.deep.equal({});
  });

  it('holds out when twenty saves come at once', async () => {
    const { version: start } = await readForm(place.workplace, clerk, KEY);
    const { version: seen } = await field('kho-khan');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        save(index % 2 === 0 ? clerk : colleague, 'kho-khan', { text: `Ý kiến ${index}.` }, seen),
      ),
    );
    const saved = results.filter(({ fields }) => fields[0]?.outcome === 'saved');
    expect(saved).to.have.lengthOf(1);
    expect((await readForm(place.workplace, clerk, KEY)).version).to.equal(start + 1);
  });

  it('names in the log which fields were saved, not what stands in them', async () => {
    await type(place, clerk, { 'ho-so': { text: '98765' }, 'quy-che': { text: 'có' } });
    const last = (await readEvents(place.workplace.db, REPORT, PERIOD)).at(-1);
    expect(last).to.deep.include({ kind: 'draft-saved', actor: 'chuyen-vien', form: 'F-CQ' });
    expect(last?.details).to.deep.include({ fields: 'ho-so quy-che' });
  });
});
