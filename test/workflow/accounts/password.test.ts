import { expect } from 'chai';
import { firstPassword } from '../../../src/workflow/accounts/first-password.ts';
import { hashPassword, needsRehash, verifyPassword } from '../../../src/workflow/accounts/password.ts';
import { WorkflowProblem } from '../../../src/workflow/workflow-problem.ts';

/** Made by another program: scrypt of "một hai ba" with the salt "muối", N = 2^4, r = 1, p = 1. */
const FOREIGN = 'scrypt$4$1$1$bXXhu5Fp$MIB6IdV4f9EwSmpU7A8HUey9RFM4cNMFqH9uUMzP_h8';

describe('hashed passwords', () => {
  it('say how they were made, and differ each time', async () => {
    const [one, other] = [await hashPassword('một hai ba'), await hashPassword('một hai ba')];
    expect(one).to.match(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).to.not.equal(other);
    expect(needsRehash(one)).to.equal(false);
    expect(await verifyPassword('một hai ba', one)).to.equal(true);
    expect(await verifyPassword('một hai ba'.normalize('NFD'), one)).to.equal(true);
    expect(await verifyPassword('một hai bà', one)).to.equal(false);
  });

  it('are checked as long when there is none', async () => {
    const hash = await hashPassword('một hai ba');
    // Hashes are made one after the other: whoever is told without one would be told before those who came earlier.
    const told: string[] = [];
    const tell = async (who: string, typed: string, known: string | undefined): Promise<void> => {
      told.push(`${who} ${await verifyPassword(typed, known)}`);
    };
    await Promise.all([
      tell('someone', 'một hai ba', hash),
      tell('nobody', 'một hai ba', undefined),
      tell('someone else', 'sai', hash),
      tell('nobody else', 'sai', undefined),
    ]);
    expect(told).to.deep.equal(['someone true', 'nobody false', 'someone else false', 'nobody else false']);
  });

  it('of another cost are made anew; of no known kind they are a fault', async () => {
    expect(needsRehash(FOREIGN)).to.equal(true);
    for (const broken of ['', 'plain', 'scrypt$x$8$1$a$b', 'argon2id$1$2$3$a$b'])
      expect(() => needsRehash(broken), broken).to.throw('not hashed as expected');
  });

  it('are not waited for by more than can be served', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 70 }, () => verifyPassword('x', FOREIGN)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).to.have.length(10);
    expect(
      refused.every((answer) => answer.status === 'rejected' && answer.reason instanceof WorkflowProblem),
    ).to.equal(true);
    expect(await verifyPassword('một hai ba', FOREIGN)).to.equal(true);
  });
});

describe('first passwords', () => {
  it('can be read from paper, and are not the same twice', () => {
    const made = Array.from({ length: 200 }, firstPassword);
    for (const one of made) expect(one).to.match(/^[a-km-z2-9]{4}(-[a-km-z2-9]{4}){3}$/);
    expect(new Set(made).size).to.equal(200);
  });
});
