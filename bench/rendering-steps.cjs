/**
 * The steps of the scenarios that `rendering-workload.ts` writes. Each scenario attaches two texts in PEM and two lines
 * of a log.
 */
const { createHash } = require('node:crypto');
const { Given } = require('@cucumber/cucumber');

const HASHES_IN_A_PEM = 30;

both('the pool {string} has {int} servers', '集區 {string} 有 {int} 部伺服器', (_name, _servers) => {});
both('its certificate {int} expires in {int} days', '其憑證 {int} 將在 {int} 天後到期', (_number, _days) => {});
both('the request for certificate {int} is made', '建立憑證 {int} 的要求', function (number) {
  this.log(`a key for certificate ${number} was made`);
  this.attach(pem('CERTIFICATE REQUEST', number), { mediaType: 'text/plain', fileName: `request-${number}.req` });
});
both('request {int} is submitted to {string}', '將要求 {int} 提交給 {string}', (_number, _authority) => {});
both('certificate {int} is issued', '憑證 {int} 已核發', function (number) {
  this.log(`the authority has issued certificate ${number}`);
  this.attach(pem('CERTIFICATE', number), { mediaType: 'text/plain', fileName: `certificate-${number}.cer` });
});
both('certificate {int} is imported on {string}', '憑證 {int} 已匯入 {string}', (_number, _server) => {});
both('certificate {int} is assigned', '憑證 {int} 已指派', (number) => {
  if (number % 10 === 3) throw new Error(`certificate ${number} has no private key`);
});
both('every server has it within {int} minutes', '每部伺服器在 {int} 分鐘內取得憑證', (_minutes) => {});

function both(english, chinese, code) {
  Given(english, code);
  Given(chinese, code);
}

/** A text with the length of a certificate, different for each label and number. */
function pem(label, number) {
  const hashes = Array.from({ length: HASHES_IN_A_PEM }, (_, place) =>
    createHash('sha256').update(`${label} ${number} ${place}`).digest(),
  );
  const lines = Buffer.concat(hashes)
    .toString('base64')
    .match(/.{1,64}/g);
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
