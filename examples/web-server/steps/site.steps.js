const assert = require('node:assert');
const { Given, Then, When } = require('certificate-rehearsal/steps');
const { presentedEntry, run, serverOf, typeCommand, walk, writeFile } = require('certificate-rehearsal');

const MANAGER = 'Internet Information Services (IIS) Manager';
const RESPONSE = 'Specify Certificate Authority Response';
const POLICY = '[NewRequest]\nSubject = "CN={web site}"\nMachineKeySet = TRUE\n';
const NEW = 'certreq -new "{policy file}" "{request file}"';
const SUBMIT = `certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" "{request file}" "{response file}"`;

/** `{text}` is part of a policy, so only the name of the site is replaced in it. */
const saved = (world, on, policy) => (console) => {
  const bytes = Buffer.from(policy.replaceAll('{web site}', world.text('{web site}')));
  return { ...console, deployment: writeFile(console.deployment, on, world.text('{policy file}'), bytes) };
};
const typed = (world, line) => (console) => typeCommand(console, world.text(line));
const completed = (world) => (console) =>
  walk(run(console, MANAGER), [
    [MANAGER, 'Server Certificates', 'pressed'],
    ['Server Certificates', 'Complete Certificate Request...', 'pressed'],
    [RESPONSE, "File name containing the certification authority's response", world.text('{response file}')],
    [RESPONSE, 'OK', 'pressed'],
  ]);

When('the operator saves the policy on {server}:', function (on, policy) {
  this.act(saved(this, on, policy));
});
Given('a request is made and sent on {server}', function (on) {
  this.act(this.at(on, saved(this, on, POLICY)));
  for (const line of [NEW, SUBMIT]) this.act(typed(this, line));
});
When('the operator sends the request and completes it', function () {
  for (const one of [typed(this, SUBMIT), completed(this)]) this.act(one);
});
When('the operator tries to complete the request on {server}', function (on) {
  this.attempt(this.at(on, completed(this)));
});
Then('the site on {server} presents the certificate {string}, with SNI', function (on, expected) {
  const server = serverOf(this.deployment, on);
  assert.deepEqual([presentedEntry(this.deployment, server, 'https').friendlyName, server.sni], [expected, true]);
});
