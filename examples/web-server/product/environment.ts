import type { EnvironmentPart } from '../../../src/world/environment-file/environment-part';

/** A web server adds no keys to the environment file; only its defaults differ. */
export const WEB_ENVIRONMENT: EnvironmentPart = {
  entries: {},
  poolEntries: {},
  defaults: {
    files: {
      chain: 'C:\\Certificates\\chain.p7b',
      request: 'C:\\Certificates\\site.req',
      response: 'C:\\Certificates\\site.cer',
      exported: 'C:\\Certificates\\site.pfx',
    },
    friendlyName: 'Web site',
    template: 'WebServer',
  },
  assumptions: {},
  hosts: () => [],
};
