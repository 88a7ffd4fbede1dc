/** `1 scenario`, `2 scenarios`; a plural that is not formed with an s is given. */
export function counted(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`;
}
