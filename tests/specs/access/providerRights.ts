// What each right over providers brings besides the record itself, written by hand from the feature inventory.

/** The face belongs to the profile (S2.32). */
export const LOOK_AT_PROFILES = ['provider.readPhoto'];
/** Whoever keeps the profiles sets the photo and hears of licenses that run out (S2.32). */
export const CHANGE_PROFILES = ['provider.setPhoto', 'provider.removePhoto', 'provider.findExpiringLicenses'];
/** Figures of providers have rights of their own (S2.34). */
export const PROVIDER_FIGURES = ['provider.readMetrics', 'provider.exportMetrics', 'provider.setCommission'];
/** All of it. */
export const WHOLE_PROFILES = [...LOOK_AT_PROFILES, ...CHANGE_PROFILES, ...PROVIDER_FIGURES];
