/** Changes whenever the same input could give another output; a result names the version that made it. */
export const ENGINE_VERSION = '1.2.0';
