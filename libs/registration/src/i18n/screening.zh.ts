import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  errors: {
    LEAKS_OPEN: '还有 {count} 件作品的身份泄露线索没有处理完，按规则初评不能开始。请先逐条处理。',
    LEAKS_OF_ENTRY: '{entryNo}《{title}》：{count} 条未处理。',
    LEAKS_NONE: '这件作品没有确认的泄露，不需要退回。请先把线索判定为“确属泄露”。',
    FINDING_GONE: '这条线索在新的材料中已不存在，不需要再处理。请刷新页面。',
  },
  leaks: {
    returned: '评审材料中出现了可以看出作者身份的内容，请删除或改写后重新提交：',
    at: {
      title: '项目名称：“{passage}”',
      form: '申报内容：“{passage}”',
      text: '《{name}》第 {page} 页：“{passage}”',
      fileName: '文件名“{name}”',
      fact: '《{name}》的文件属性（{field}）：“{passage}”',
    },
  },
};
