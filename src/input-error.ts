/** An error in what the user gave: it says what was found, where, and what to do. Exit code 2, no stack trace. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
