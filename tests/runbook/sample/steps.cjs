const { AfterStep, Before, Given, Then, When } = require('@cucumber/cucumber');
const { RECORDS } = require('./records.cjs');

let attempts = 0;
let explained = false;

Before(function () {
  this.left = [];
  const run = RECORDS.run;
  this.attach(JSON.stringify(run), 'application/vnd.certificate-rehearsal.run+json');
  if (explained) return;
  explained = true;
  this.attach(JSON.stringify(RECORDS.texts), 'application/vnd.certificate-rehearsal.texts+json');
  this.attach(JSON.stringify(RECORDS.codes), 'application/vnd.certificate-rehearsal.finding-codes+json');
});

AfterStep(function () {
  for (const record of this.left.splice(0)) {
    this.attach(JSON.stringify(record), `application/vnd.certificate-rehearsal.${record.kind}+json`);
  }
});

Given('a pool of {int} Edge Servers that trusts the enterprise CA', function (_count) {
  this.left.push(RECORDS.poolChange);
});
Given('on {word} the operator starts the Deployment Wizard and presses {string}', function (_server, _button) {
  this.left.push(RECORDS.deploymentWizard);
});
When('on {string} the operator fills in:', function (_page, _table) {
  this.left.push(RECORDS.nameAndSecurity, RECORDS.requestChange, RECORDS.command, RECORDS.request, RECORDS.requestFile);
});
When('on every Edge Server the operator reads:', function (_text) {
  this.left.push(...RECORDS.everyServer);
  this.attach('plain <b>log</b>', 'text/plain');
  this.attach(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    'image/png',
  );
});
When('the operator sends the request to the authority', function () {
  this.left.push(RECORDS.machines, RECORDS.issued, RECORDS.certificate, RECORDS.certificateFile, RECORDS.sameFile);
});
When('the operator closes the wizard', function () {
  this.left.push(RECORDS.certificate, RECORDS.typedCommand);
});
Given('the request asks for {int} bits', (_bits) => {});
When('the operator submits it', function () {
  this.left.push(RECORDS.denied);
});
Then('the request is refused: {word}', function (_code) {
  this.left.push(RECORDS.refusal);
});
Then('the button on {word} reads {string}', (_server, _text) => {});
Then('the pool is as it was', () => {});
Given('the operator opens the wizard', () => {});
When('the operator finds a wrong thumbprint', function () {
  this.left.push(RECORDS.deploymentWizard);
  throw new Error('\u001b[31mthumbprints differ: expected "<AA>" & found "BB"\u001b[39m');
});
When('the operator assigns it', () => {});
Given('a single server cannot repeat this', function () {
  this.attach(JSON.stringify(RECORDS.notApplicable), 'application/vnd.certificate-rehearsal.not-applicable+json');
  return 'skipped';
});
Then('the authority answers denied', function () {
  this.left.push(RECORDS.denied);
});
Given('it works the second time only', function () {
  attempts += 1;
  this.attach(`attempt ${attempts}`, 'text/plain');
  if (attempts === 1) throw new Error('not yet');
});
Then('the judge looks at every server', function () {
  this.left.push(...RECORDS.judged);
});
Then('the judge finds the certificate that ends soon', function () {
  this.left.push(RECORDS.shownOnce);
});
Then('the judge finds nothing', function () {
  this.left.push(RECORDS.nothingFound);
});
Then('it is left for later', () => 'pending');
Then('two definitions match', () => {});
Then(/two definitions match/, () => {});
