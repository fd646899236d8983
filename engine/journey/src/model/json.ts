/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object, as configs, event properties and attributes are. */
export type JsonObject = { readonly [key: string]: Json };
