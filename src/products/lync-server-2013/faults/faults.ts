import type { Deployment } from '../../../world/deployment';
import type { ProductFaults } from '../../../world/product-faults';
import { AUTHORITY_FAULTS, TEMPLATE_FAULTS } from './authority-faults';
import { FILE_FAULTS } from './file-faults';
import { KEY_FAULTS } from './key-faults';
import { LIST_FAULTS } from './list-faults';
import { MACHINE_FAULTS } from './machine-faults';
import { PATH_FAULTS } from './path-faults';
import { REQUEST_FAULTS } from './request-faults';
import { STORE_FAULTS } from './store-faults';

/** The faults that features about Lync Server 2013 state. */
export const FAULTS: ProductFaults<Deployment> = {
  server: { ...MACHINE_FAULTS, ...KEY_FAULTS, ...STORE_FAULTS, ...PATH_FAULTS },
  authority: AUTHORITY_FAULTS,
  template: TEMPLATE_FAULTS,
  file: { ...FILE_FAULTS, ...REQUEST_FAULTS, ...LIST_FAULTS },
};
