/** The pages as a process of its own: http-ours.ts DATABASE_URL REPORTS_DIR. Says where it listens, and serves until it is ended. */
import { connect } from '../src/db/connect.ts';
import { gatherLines } from '../src/http/gather-lines.ts';
import { startWeb } from '../src/http/start-web.ts';
import { vietnamTime } from '../src/workflow/workplace.ts';
import { LIMITS } from './http-office.ts';

const [url = '', reportsDir = ''] = process.argv.slice(2);
const server = await startWeb(
  {
    db: await connect(url),
    reportsDir,
    actor: 'bench',
    now: () => vietnamTime(new Date()),
    browser: () => Promise.reject(new Error('nothing is printed here')),
  },
  { host: '127.0.0.1', port: 0, publicUrl: undefined, trustedProxies: 0, session: LIMITS },
  gatherLines((lines) => process.stderr.write(`${lines}\n`)).add,
);
process.stdout.write(`${server.url}\n`);
