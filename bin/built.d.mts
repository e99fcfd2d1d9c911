/** The folder of the built program. */
export const buildFolder: string;
/** Tells one state of the sources and packages from any other. */
export const stateOfSources: () => string;
/** Whether what was built was built from the sources as they are. */
export const isBuilt: () => boolean;
