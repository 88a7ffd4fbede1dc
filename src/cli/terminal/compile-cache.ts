import module from 'node:module';

/** Node.js 22 and later keep what they have compiled for the next start; before, there is no such thing. */
const enable: unknown = Reflect.get(module, 'enableCompileCache');
if (typeof enable === 'function') enable();
