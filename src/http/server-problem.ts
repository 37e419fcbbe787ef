/** An address that cannot be listened on, in words. On its own, so that it can be explained without loading the server. */

export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
}
