/** The pages about forms, on the small report of the tests of collecting: its people can sign in, its clock can be turned. */
import type { Database } from '../../src/db/connect.ts';
import { insertAccount } from '../../src/db/accounts.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Person } from '../../src/domain/account.ts';
import type { CellInput } from '../../src/domain/collecting/cell-input.ts';
import { startWeb } from '../../src/http/start-web.ts';
import { hashPassword } from '../../src/workflow/accounts/password.ts';
import { startSession } from '../../src/workflow/accounts/session.ts';
import { checkForm } from '../../src/workflow/collecting/check-form.ts';
import { confirmOffers } from '../../src/workflow/collecting/confirm-offers.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { sendForm } from '../../src/workflow/collecting/send-form.ts';
import {
  approver,
  clerk,
  colleague,
  compiler,
  GOOD,
  KEY,
  openPlace,
  stranger,
  type,
  type Place,
} from '../workflow/collecting/place.ts';
import { LIMITS, Visitor } from './site.ts';

/** The address of the form. */
export const BASE = `/bieu/${KEY.report}/${KEY.period}/${KEY.form}`;

const PEOPLE = { clerk, colleague, approver, stranger, compiler };
export type Someone = keyof typeof PEOPLE;

export interface Papers {
  readonly url: string;
  readonly place: Place;
  readonly as: (who: Someone) => Promise<Visitor>;
  /** The token of a session of one of them. */
  readonly session: (who: Someone) => Promise<string>;
  /** The bytes of a file that one of them is given. */
  readonly download: (who: Someone, path: string) => Promise<Buffer>;
  /** Fills the form in so that nothing is the matter, but for what is named. */
  readonly fillOut: (other?: Readonly<Record<string, CellInput>>) => Promise<void>;
  /** Fills it in and sends it to the approver; gives the number of the revision. */
  readonly submit: (other?: Readonly<Record<string, CellInput>>) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function openPapers(db: Database): Promise<Papers> {
  const place = await openPlace(db);
  const { workplace } = place;
  const password = await hashPassword('một cái cầu vồng');
  const ids = new Map<Person, number>();
  for (const person of Object.values(PEOPLE)) {
    const { id: _id, ...account } = person;
    ids.set(
      person,
      await inTransaction(db, (trx) =>
        insertAccount(
          trx,
          { ...account, fullName: `Người dùng ${person.name}`, password, mustChangePassword: false },
          { at: workplace.now(), actor: 'test' },
        ),
      ),
    );
  }
  const server = await startWeb(
    { ...workplace, browser: () => Promise.reject(new Error('this site prints nothing')) },
    { host: '127.0.0.1', port: 0, publicUrl: undefined, trustedProxies: 0, session: LIMITS },
    () => {},
  );
  const session = (who: Someone): Promise<string> =>
    inTransaction(db, (trx) => startSession(trx, ids.get(PEOPLE[who]) ?? 0, workplace.now(), LIMITS));
  const fillOut: Papers['fillOut'] = async (other = {}) => {
    await type(place, clerk, { ...GOOD, ...other });
    const { offered } = await readForm(workplace, clerk, KEY);
    if (offered.length > 0) await confirmOffers(workplace, clerk, KEY);
  };
  return {
    url: server.url,
    place,
    session,
    as: async (who) => new Visitor(server.url, await session(who)),
    download: async (who, path) => {
      const headers = { Cookie: `phien=${await session(who)}` };
      const response = await fetch(new URL(path, server.url), { headers });
      return Buffer.from(await response.arrayBuffer());
    },
    fillOut,
    submit: async (other) => {
      await fillOut(other);
      const { version } = await checkForm(workplace, clerk, KEY);
      await sendForm(workplace, clerk, KEY, { token: `token-${version}-00`, seen: version });
      return (await readForm(workplace, clerk, KEY)).revisions.at(-1)?.number ?? 0;
    },
    stop: async () => {
      await server.stop();
      await place.close();
    },
  };
}
