declare const brand: unique symbol;

/** An Amsterdam calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly [brand]: 'day' };

/** A UTC instant with microseconds, `YYYY-MM-DDTHH:MM:SS.ffffffZ`, 27 characters; ordered as text. */
export type Instant = string & { readonly [brand]: 'instant' };
