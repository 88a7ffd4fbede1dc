import module from 'node:module';

/** Node.js 22 and later cache compiled code for the next start. Earlier versions have no such cache. */
const enable: unknown = Reflect.get(module, 'enableCompileCache');
if (typeof enable === 'function') enable();
