// The demo's own script: proves that a module from the app's origin runs.
document.documentElement.dataset.ready = 'yes';
