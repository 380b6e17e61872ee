package dev.tunewise.price.offer;

import java.math.BigDecimal;

/**
 * An open model that an adapter can be trained on.
 *
 * @param id for example {@code llama-3.1-8b}
 * @param name name for people
 * @param paramsBillion parameters in billions
 * @param layers number of layers
 * @param kvHeads key and value heads per layer
 * @param headDim dimension of a head
 * @param hidden width of the model
 * @param intermediate width of the feed-forward layer
 * @param weightBytes bytes per parameter when served
 * @param weightFormat name of that format
 * @param serverlessOffer id of the tuning offer that serves its adapters by the token
 * @param dedicatedOffer id of the tuning offer that serves them on a dedicated endpoint
 */
public record OpenModel(
        String id,
        String name,
        BigDecimal paramsBillion,
        int layers,
        int kvHeads,
        int headDim,
        int hidden,
        int intermediate,
        int weightBytes,
        String weightFormat,
        String serverlessOffer,
        String dedicatedOffer) {}
