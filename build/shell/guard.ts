// Makes every member the shell does not offer throw, so that nothing is lost silently.

const ASKED_BY_RUNTIMES = new Set(['then', 'toJSON', 'nodeType', 'asymmetricMatch', 'domain', 'inspect', 'default']);

/** The same object, except that reading a member it lacks throws `chromium shell: X is not emulated`. */
export function refuseUnknown<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || ASKED_BY_RUNTIMES.has(key))
        return Reflect.get(object, key, receiver);
      throw new Error(`chromium shell: ${name}.${key} is not emulated`);
    },
  });
}

/** Puts the guard at the end of a class's prototype chain, behind everything its instances do have. */
export function guardClass(name: string, type: { prototype: object }): void {
  const parent: unknown = Object.getPrototypeOf(type.prototype);
  if (typeof parent === 'object' && parent !== null) Object.setPrototypeOf(type.prototype, refuseUnknown(name, parent));
}

/** A whole Electron area the shell does not have: importing it is fine, using it throws. */
export function notEmulated(name: string): object {
  const refuse = (): never => {
    throw new Error(`chromium shell: ${name} is not emulated`);
  };
  // Only a `function` can be the target of a proxy that is constructed.
  return new Proxy(function area() {}, {
    get: (_target, key) => (typeof key === 'symbol' || ASKED_BY_RUNTIMES.has(key) ? undefined : refuse()),
    construct: refuse,
    apply: refuse,
  });
}
