/** How Chinese texts name people and schools: rules of the language, matched against text without spaces. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌苗凤俞柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬卞康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席贾娄危江颜郭梅林刁钟徐邱骆夏蔡田樊胡凌霍虞万柯卢莫房裘缪丁宣邓郁单洪包诸左石崔吉龚邢裴陆荣翁荀羊惠甄曲封芮储靳焦牧车侯班秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸黎薄印宿怀蒲从索咸赖卓蔺屠蒙池乔谭申扶堵冉宰桑桂濮牛寿燕冀温庄晏柴瞿阎慕连茹习艾鱼古易廖终居衡步耿匡寇欧沃利蔚越隆师巩聂晁勾敖冷辛阚简饶曾沙养丰巢关蒯查荆游竺权盖益桓公肖邝苟向';
/** Of two characters and hardly ever anything else. */
const DOUBLE_SURNAMES = '欧阳|司徒|上官|诸葛|慕容|皇甫|尉迟|公孙|令狐|端木|轩辕|司空|夏侯|长孙|宇文|呼延|司马|申屠|鲜于|闻人|澹台|濮阳|淳于|单于|太叔|钟离|赫连|独孤|南宫';
/** What a given name is not written with, but a grade, a group or a sentence. */
const GIVEN = '(?:(?![年级中段组生的位名个同老])\\p{Script=Han}){1,2}';
const CALLED = '(?:同学|老师|教授|校长|主任|小朋友|选手|博士|医生|先生|女士|家长|教练)';
const ROLE = '(?:姓名|作者|名叫|叫做|选手|指导教师|辅导教师|辅导员|指导老师|辅导老师|第一作者)(?:是|为|叫)?[:：]?';

/** A name with a title, after a role, or standing alone. */
export const NAMES_SOMEBODY = [
  new RegExp(`(?:[${SURNAMES}]|${DOUBLE_SURNAMES})${GIVEN}${CALLED}`, 'u'),
  new RegExp(`[${SURNAMES.replace(/[从向终居步利益权公连]/gu, '')}]${CALLED}`, 'u'),
  new RegExp(`(?:${DOUBLE_SURNAMES})${GIVEN}`, 'u'),
  new RegExp(`${ROLE}(?:[${SURNAMES}]|${DOUBLE_SURNAMES})${GIVEN}`, 'u'),
  new RegExp(`^(?:[${SURNAMES}]|${DOUBLE_SURNAMES})${GIVEN}$`, 'u'),
];

/** What stands before 中学 or 小学 where no school is named. */
const COMMON_BEFORE = '在从到对为是于和与及的各多让给适合本该贵所用类级高初个校面向前当通全些数中小大生入进升离读上学期如若比像以跟同把被即或但由而其此这那有些乡村城市镇县区省';

/** A school by its own name, not schools as such. */
export const NAMES_SCHOOL = [
  new RegExp(`(?<![${COMMON_BEFORE}])\\p{Script=Han}(?<![${COMMON_BEFORE}])(?:中学|小学)(?!生|阶段|段|组|课|教|水|数|物|科|知|化|语|实验|低|中|高|期)`, 'u'),
  /\p{Script=Han}(?:市|县|区|镇|乡)\p{Script=Han}{0,6}(?:中学|小学|学校|[一二三四五六七八九十]中|[一二三四五六七八九十]小)/u,
  /第[一二三四五六七八九十百\d]{1,3}(?:高级|实验|初级)?(?:中学|小学|学校|中)(?!生|学?期|级|段|等|间|央|心)/u,
  /(?:附属(?:中学|小学|学校|实验)|[大院]附[中小])/u,
  /\p{Script=Han}{2}(?:实验|外国语|职业|希望|民族|国际|双语|九年制|九年一贯制|职业技术|艺术|体育|特殊教育)(?:高级)?(?:中学|小学|学校|学院)/u,
  /\p{Script=Han}{2}(?:少年宫|青少年宫|科技馆活动中心|青少年活动中心)/u,
];
