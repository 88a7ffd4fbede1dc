import { defineParameterType } from '@cucumber/cucumber';
import type { Deployment } from '../../../src/world/deployment';
import type { ProductFaults } from '../../../src/world/product-faults';
import { FeatureError } from '../feature-error';
import type { RehearsalWorld } from '../world';
import { expressionsOf, wordsOfProducts } from './product-phrases';

/** The faults of the products, by the phrases of the features; the product of the environment says what one does. */

const KINDS = { fault: 'server', authorityFault: 'authority', templateFault: 'template', fileFault: 'file' } as const;

type Faults = ProductFaults<Deployment>;

for (const [name, kind] of Object.entries(KINDS))
  defineParameterType({
    name,
    regexp: expressionsOf(wordsOfProducts(({ faults }) => Object.keys(faults[kind]))),
    transformer(this: RehearsalWorld, phrase: string): Faults[typeof kind][string] {
      const { product } = this.deployment;
      const fault = product.faults[kind][phrase];
      if (fault) return fault;
      throw new FeatureError(`${product.name} has no fault "${phrase}"; use one of the product of the environment`);
    },
  });
