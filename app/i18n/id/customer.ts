export const customer = {
  title: 'Pestarasa',
};
