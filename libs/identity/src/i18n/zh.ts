import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  errors: {
    SESSION_ENDED: '登录已过期，请重新登录。您填写的内容仍保存在本机。',
    FOREIGN_ORIGIN: '请求不是从本站页面发出的，已拒绝。',
    SECOND_FACTOR_NEEDED: '您的角色须先启用动态验证码（两步验证）才能继续。',
  },
};
