/** Who issues a document of a day: a report outlives the ministry that issues it. */
import type { IsoDate } from './dates.ts';
import type { DocumentSettings, Issuer, IssuerChange, ReportSettings } from './definition.ts';

/** The issuer and what stands around the text, in a document of that day. */
export function issuedOn(
  { issuer, document, changes = [] }: Pick<ReportSettings, 'issuer' | 'document' | 'changes'>,
  day: IsoDate,
): { readonly issuer: Issuer; readonly document: DocumentSettings } {
  const made = changes.filter(({ from }) => from <= day);
  return {
    issuer: made.findLast((change) => change.issuer !== undefined)?.issuer ?? issuer,
    document: made.reduce(changed, document),
  };
}

/** Nobody signs for the issuer that comes after his own. */
function changed(before: DocumentSettings, { issuer, document }: IssuerChange): DocumentSettings {
  const { signer, ...rest } = before;
  return { ...rest, ...(issuer || signer === undefined ? {} : { signer }), ...document };
}
