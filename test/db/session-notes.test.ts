import { expect } from 'chai';
import { touchSession } from '../../src/db/session-notes.ts';
import { hashPassword } from '../../src/workflow/accounts/password.ts';
import { forEachDatabase } from '../databases.ts';

const EARLIER = '2024-10-21T08:00:00+07:00';
const LATER = '2024-10-21T08:01:00+07:00';

forEachDatabase((_name, open) => {
  it('notes when many sessions were used at once, each once it is asked to', async () => {
    const db = await open();
    const account = {
      name: 'chuyen-vien',
      full_name: 'Chuyên viên',
      role: 'admin',
      entity: null,
      disabled: 0,
      must_change_password: 0,
      password: await hashPassword('một cái cầu vồng'),
      created_at: EARLIER,
    } as const;
    const [added] = await db('accounts').insert(account).returning('id');
    const ids = Array.from({ length: 40 }, (_, index) => String(index).padStart(64, '0'));
    await db('sessions').insert(
      ids.map((id) => ({ id_hash: id, account: added?.id ?? 0, started_at: EARLIER, seen_at: EARLIER })),
    );
    const seen = (): Promise<readonly string[]> => db('sessions').orderBy('id_hash').pluck('seen_at');

    await Promise.all(ids.slice(0, 39).map((id) => touchSession(db, id, LATER)));
    expect(await seen()).to.deep.equal([...ids.slice(0, 39).map(() => LATER), EARLIER]);

    await touchSession(db, ids[0] ?? '', EARLIER);
    expect((await seen())[0], 'it does not go back').to.equal(LATER);
  });
});
