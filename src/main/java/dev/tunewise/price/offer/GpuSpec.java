package dev.tunewise.price.offer;

import java.math.BigDecimal;

/**
 * What a GPU can do, for rooflines.
 *
 * @param gpu name as in {@link GpuPrice}
 * @param memoryGb memory in GB
 * @param memoryTbPerSecond memory bandwidth in TB a second
 * @param bf16Tflops dense bf16 arithmetic in TFLOPS, at peak
 */
public record GpuSpec(String gpu, int memoryGb, BigDecimal memoryTbPerSecond, BigDecimal bf16Tflops, String source) {}
