/** What the operator does in each stage of the rest of a change. */
export const STAGE_TITLES: Readonly<Record<string, string>> = {
  'import-chain': 'Import the certification chain',
  'move-intermediates': 'Remove intermediate certificates from the trusted roots',
  'ask-authority': 'Ask the authority about the request that waits; if it has answered, leave out the submission',
  'create-request': 'Create the request and carry it to the internal server',
  'submit-request': 'Submit the request to the authority',
  'import-response': 'Import the response',
  'repair-link': 'Link the certificate to its private key',
  'export-certificate': 'Export the certificate with its private key',
  'import-certificate': 'Import the file with the private key',
  'assign-certificate': 'Assign the certificate to the internal interface',
  'restart-services': 'Restart the services of the server',
  'delete-key-files': 'Delete the files with private keys',
};
