/** Numbers and dates as the practice's page writes them. */

/** English as it is written in Europe; Swedish as in Finland. */
export const LOCALES = { fi: 'fi', sv: 'sv-FI', en: 'en-GB' };
