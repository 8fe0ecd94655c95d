/** The tests run against the page as it is served, so it is built first where it is missing or old. */
module.exports = async () => {
  const { buildWhatIsStale } = await import('../../scripts/house.mjs');
  buildWhatIsStale();
};
