// Jest cannot link a CommonJS package that requires an ES module which is being linked at the same moment, as
// @nestjs/throttler does with Nest. Loaded beforehand, Nest is there when the package asks.
import '@nestjs/common';
import '@nestjs/core';
