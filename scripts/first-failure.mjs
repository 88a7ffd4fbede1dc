/** A reporter of node:test that ends the process at the first test that fails. */
export default async function* firstFailure(events) {
  for await (const { type } of events) if (type === 'test:fail') process.exit(1);
  yield '';
}
