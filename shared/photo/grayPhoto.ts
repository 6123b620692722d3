// The smallest photo that may be stored: 256 by 256 pixels of one gray. Example of the catalogue and of tests.

const START_AND_TABLES = `/9j/2wBDAAEB${'AQEB'.repeat(20)}AQH/wAALCAEAAQABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8A`;
/** 1,024 blocks of two bits: no difference in brightness, end of block. */
const BLOCKS = 'A'.repeat(340);
const END = 'AP/Z';

/** Its 396 bytes as base64. */
export const GRAY_PHOTO_BASE64 = START_AND_TABLES + BLOCKS + END;
