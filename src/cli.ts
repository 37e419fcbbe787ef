/** Entry of the command line: gives it the process's arguments, settings and streams. */
import { runCommandLine } from './cli/run.ts';

const streams = { out: process.stdout, err: process.stderr };
for (const stream of Object.values(streams)) {
  // A reader that stops early, such as `| head`, must not stop an import half way.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
void main();

/** Not awaited at the top: what `npm run build` makes of all modules is a file that cannot wait there. */
async function main(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    say: (line) => streams.out.write(`${line}\n`),
    warn: (line) => streams.err.write(`${line}\n`),
  });
}
