const assert = require('node:assert');
const { Then, When } = require('certificate-rehearsal/steps');
const { commonName, machineOf, writeFile } = require('certificate-rehearsal');

// The steps that the package does not have. `this` is the world of the scenario: the deployment and the operator.

When('the operator saves {string} on {server}:', function (path, on, text) {
  const bytes = Buffer.from(this.text(text));
  this.act((console) => ({ ...console, deployment: writeFile(console.deployment, on, path, bytes) }));
});

Then('the Personal store of {server} contains {int} certificate(s) for {string}', function (on, count, name) {
  const stored = machineOf(this.deployment, on).stores.LocalMachine.My;
  const found = stored.filter(({ certificate }) => commonName(certificate.subject) === this.text(name));
  assert.equal(found.length, count, `certificates for ${this.text(name)}`);
});
