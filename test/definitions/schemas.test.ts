import { expect } from 'chai';
import { readText } from '../../src/definitions/checks/text-calls.ts';
import { FILE_SCHEMAS } from '../../src/definitions/schemas/files.ts';
import type { Schema } from '../../src/definitions/schemas/parts.ts';
import { HELPERS } from '../../src/domain/narration/signatures.ts';

/** Keys without a description, by path. */
function undescribed(schema: Schema, path: string): readonly string[] {
  const children: [string, Schema][] = [
    ...Object.entries(schema.properties ?? {}),
    ...Object.entries(schema.$defs ?? {}),
    ...(schema.items ? [['[]', schema.items] satisfies [string, Schema]] : []),
    ...(typeof schema.additionalProperties === 'object'
      ? [['*', schema.additionalProperties] satisfies [string, Schema]]
      : []),
    ...(schema.oneOf ?? []).map((branch, index): [string, Schema] => [`(${index})`, branch]),
  ];
  const own = schema.description === undefined && schema.$ref === undefined ? [path] : [];
  return [...own, ...children.flatMap(([key, child]) => undescribed(child, `${path}.${key}`))];
}

describe('the schemas of the files', () => {
  for (const [file, schema] of Object.entries(FILE_SCHEMAS))
    it(`describe every key of ${file}`, () => {
      expect(undescribed(schema, '')).to.deep.equal([]);
    });
});

describe('the examples of the helpers', () => {
  for (const [name, { example }] of Object.entries(HELPERS))
    it(`of ${name} can be written in a text`, () => {
      const { calls, faults } = readText(example);
      expect(faults).to.deep.equal([]);
      expect(calls.map((call) => call.name)).to.include(name);
    });
});
