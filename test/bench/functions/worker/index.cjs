// Stands where the worker is while acknowledgements are measured: on the platform it runs on another machine.
module.exports = async (_job, context) => context.closeWithSuccess();
