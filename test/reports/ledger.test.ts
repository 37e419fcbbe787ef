/** Nothing is printed that the ledger does not know: the PDF's digits are the model's, one by one, in reading order. */
import { expect } from 'chai';
import type { Ledger } from '../../src/domain/ledger.ts';
import { runsOf } from '../../src/domain/model/runs.ts';
import type { ReportModel, Run } from '../../src/domain/model/report-model.ts';
import { digitsIn, digitsOf } from '../render/read-pdf.ts';
import { compiledSample } from './samples.ts';

const LEAVES = new Set([
  'cell',
  'cells',
  'row',
  'history',
  'target',
  'roster',
  'days',
  'submission',
  'finding',
  'break',
]);

for (const period of ['2024-06', '2024-10']) {
  describe(`the ledger of ${period}`, () => {
    it('has the digits of the PDF in the order of the runs', async () => {
      const { model, pdf } = await compiledSample(period);
      expect(digitsOf(pdf)).to.equal(digitsOfModel(model));
    });

    it('notices one digit altered on either side', async () => {
      const { model, pdf } = await compiledSample(period);
      const printed = digitsOf(pdf);
      const known = digitsOfModel(model);
      for (const place of [0, Math.floor(printed.length / 2), printed.length - 1]) {
        const altered =
          printed.slice(0, place) + ((Number(printed[place]) + 1) % 10) + printed.slice(place + 1);
        expect(altered).to.not.equal(known);
      }
      for (const [index, run] of runsOf(model).entries()) {
        if (run.kind !== 'figure' || !/\d/.test(run.text)) continue;
        expect(digitsIn(withAltered(runsOf(model), index)), run.text).to.not.equal(printed);
        break;
      }
    });

    it('keeps digits out of runs of prose', async () => {
      const { model } = await compiledSample(period);
      expect(runsOf(model).filter((run) => run.kind === 'text' && /\d/.test(run.text))).to.deep.equal([]);
    });

    it('leads from every printed figure down to cells of revisions or history', async () => {
      const { model, ledger } = await compiledSample(period);
      const broken = runsOf(model).filter(
        (run) => run.kind === 'figure' && !reachesLeaves(ledger, run.ledger),
      );
      expect(broken).to.deep.equal([]);
    });

    it('prints in each display entry the text of its run', async () => {
      const { model, ledger } = await compiledSample(period);
      const wrong = runsOf(model).flatMap((run) => {
        if (run.kind !== 'figure') return [];
        const said = ledger.entries[run.ledger]?.display?.text ?? '';
        return said.toLocaleLowerCase('vi') === run.text.toLocaleLowerCase('vi')
          ? []
          : [`${run.text} ≠ ${said}`];
      });
      expect(wrong).to.deep.equal([]);
    });

    it('names body, form, revision and field in every cell entry', async () => {
      const { ledger } = await compiledSample(period);
      const cells = Object.values(ledger.entries).filter(({ kind }) => kind === 'cell');
      expect(cells.length).to.be.greaterThan(1000);
      for (const { id, cell } of cells) {
        expect(cell, id).to.have.all.keys('entity', 'form', 'revision', 'field');
        expect(id).to.equal(`cell:${cell?.revision}/${cell?.field}`);
      }
    });
  });
}

function digitsOfModel(model: ReportModel): string {
  return digitsIn(runsOf(model).map(({ text }) => text));
}

function withAltered(runs: readonly Run[], index: number): readonly string[] {
  return runs.map(({ text }, place) =>
    place === index ? text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : text,
  );
}

/** True when every path from the entry ends in a leaf and at least one does. */
function reachesLeaves(ledger: Ledger, id: string): boolean {
  const entry = ledger.entries[id];
  if (!entry) return false;
  if (LEAVES.has(entry.kind)) return true;
  if (entry.kind === 'count' && entry.inputs.length === 0) return entry.value === '0';
  return entry.inputs.length > 0 && entry.inputs.every((input) => reachesLeaves(ledger, input));
}
