export default {
  title: '有名额空出，可以递补',
  text: '{unit}有一个推荐名额空出，轮到这件作品。接受后立即获得推荐，内容随即锁定；放弃或逾期，名额给下一件作品。',
  until: '答复截止',
  accept: '接受递补',
  decline: '放弃',
  declineTitle: '放弃这个名额？',
  declineEffect: '名额立即给下一件候补作品，不能反悔。',
};
