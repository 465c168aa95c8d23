/** Where an administrator signs in. */
export const QWILT_LOGIN = 'qwilt-login';
/** Where keys are managed. */
export const QWILT_USERS = 'qwilt-users';
/** Where keys are used. */
export const QWILT_DATA = 'qwilt-data';

/** The cookie that carries a session. */
export const SESSION_COOKIE = 'cqloudLoginToken';

/** What a key lets do. */
export type Permission = 'Viewer' | 'Editor';
