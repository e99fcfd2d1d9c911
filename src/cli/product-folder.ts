import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The folder the product lies in; how far this file lies below it depends on whether the program was built. */
export const productFolder = (): string => dirname(findPackageJSON('..', import.meta.url) ?? '');
